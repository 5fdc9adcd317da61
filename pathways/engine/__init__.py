"""How legal rules work: three-valued truth, facts, conditions, pathways, assessment. Knows no statute and no Django."""
