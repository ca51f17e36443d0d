namespace Latent.Runtime;

/// <summary>The device that a model runs on, and the reason for it.</summary>
internal readonly record struct DeviceChoice(Device Device, string Reason);
