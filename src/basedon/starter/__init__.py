"""The facts that ship, one readable file per family or batch, and how the starter catalogue is made of them."""
