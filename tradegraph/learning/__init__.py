"""Learning from annotated documents what `tradegraph.trained` applies; needs the extra `train`.

`python -m tradegraph.learning.train` writes the weights, `.crossvalidate`, `.curve` and
`.calibrate` print how good they are. MODEL.md says on what they were trained and what they cannot.
"""
