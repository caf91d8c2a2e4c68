"""Cards: everything known about one record and where it stands. One kind of record a file."""
