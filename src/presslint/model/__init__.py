"""Floor 1: values that the floors above hand to one another. No reading, no writing, no clock."""
