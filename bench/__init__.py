"""What basedon is measured with: answers against gold labels, links against lists of remakes, and speed."""
