using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Turns gradient recording of this thread on or off until disposed.</summary>
internal sealed class AutoGradMode : IDisposable
{
    private readonly bool previous = IsEnabled;

    public AutoGradMode(bool enabled) => Native.lt_set_grad_mode(enabled ? 1 : 0);

    public static bool IsEnabled => Native.lt_grad_mode() != 0;

    public void Dispose() => Native.lt_set_grad_mode(previous ? 1 : 0);
}
