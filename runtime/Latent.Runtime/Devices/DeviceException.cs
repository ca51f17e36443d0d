using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>Thrown when the requested device cannot be used. The message names the missing component and the fix.</summary>
public sealed class DeviceException : Exception
{
    internal DeviceException(
        string problem, string where, string? expected, string? received, string? fix, Exception? inner = null)
        : base(ErrorText.Compose(problem, where, expected, received, fix), inner) => Received = received;

    internal string? Received { get; }
}
