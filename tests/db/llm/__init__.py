"""Schema ``llm``.

- :mod:`.scene`: two teams, and what each keeps
- :mod:`.test_policies`: who sees and changes what
- :mod:`.test_constraints`: what the tables refuse, and times of change
- :mod:`.test_request_logs`: partitions of the log
- :mod:`.test_inference_metrics`: tokens of the last minute
- :mod:`.test_rate_limits`, :mod:`.test_settling`: requests counted against limits, and corrected
"""
