namespace Latent.Runtime;

/// <summary>The device a model runs on, and why it is this one.</summary>
internal readonly record struct DeviceChoice(Device Device, string Reason);
