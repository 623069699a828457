"""What can be asked of a catalogue; each kind of question in a file of its own."""
