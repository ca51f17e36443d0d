using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>LibTorch's inference mode of this thread, until disposed.</summary>
internal sealed class InferenceMode(bool mode) : IDisposable
{
    private nint guard = Native.lt_inference_guard(mode ? 1 : 0);

    public static bool IsEnabled => Native.lt_inference_mode() != 0;

    public void Dispose()
    {
        if (guard != 0) Native.lt_inference_guard_free(guard);
        guard = 0;
    }
}
