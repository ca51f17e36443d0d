using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>The device that was asked for cannot be used. The message names the missing piece and the cure.</summary>
public sealed class DeviceException : Exception
{
    internal DeviceException(
        string problem, string where, string? expected, string? received, string? fix, Exception? inner = null)
        : base(ErrorText.Compose(problem, where, expected, received, fix), inner) => Received = received;

    internal string? Received { get; }
}
