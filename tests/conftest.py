"""What holds for every test."""

from hypothesis import HealthCheck, settings

# That a machine is busy is no failure: how long things take is for `bench` to say.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")
