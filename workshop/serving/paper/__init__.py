"""Paper: the facilitator's guide and the learner's workbook of an agenda, the report of a room."""
