"""One file of cases for each rule."""
