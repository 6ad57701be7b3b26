"""What people leave with: a calendar file, and their answers as a file to go on from.

Made of packs and plain values; knows no widget, so that a page can hold these files ready.
"""
