namespace Latent.Tests;

/// <summary>A test that writes to a device that is always full; skipped where there is none.</summary>
internal sealed class FullDiskFactAttribute : FactAttribute
{
    /// <summary>The device, on Linux.</summary>
    public const string Device = "/dev/full";

    public FullDiskFactAttribute()
    {
        if (!File.Exists(Device))
            Skip = $"There is no {Device} here.";
    }
}
