"""What a participant touches: `parts` know no subject, `exercises` join a model, a pack and a chart."""
