"""Schema ``storage``.

- ``people`` adds people, their teams and an object
- ``test_objects`` files that people uploaded: what is refused, and who sees and removes them
- ``test_shared_objects`` objects seen through the document or the prompt that they are part of
- ``test_downloads`` files that the installation downloads: the same
"""
