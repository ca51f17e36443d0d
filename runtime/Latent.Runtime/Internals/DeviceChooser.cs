namespace Latent.Runtime;

/// <summary>From the device that is asked for to the one that is used: the same, except for <see cref="Device.Auto"/>.</summary>
internal static class DeviceChooser
{
    public static DeviceChoice Choose(Device asked, Func<CudaState> cuda)
    {
        if (asked.Kind == DeviceKind.Cpu)
            return new(asked, "cpu was asked for");

        var missing = cuda().MissingFor(asked.Index);
        if (asked.Kind == DeviceKind.Auto)
            return missing.Count == 0
                ? new(Device.Cuda(), "auto: CUDA can be used")
                : new(Device.Cpu, $"auto: CUDA cannot be used, because {string.Join(", and ", missing)}");

        return missing.Count == 0 ? new(asked, $"{asked} was asked for") : throw Unusable(asked, string.Join("; ", missing), null);
    }

    public static DeviceException Unusable(Device asked, string received, Exception? inner) => new(
        "CUDA was asked for and cannot be used.",
        $"device {asked}",
        "ONNX Runtime with its CUDA provider, the CUDA and cuDNN libraries it was built for, an NVIDIA driver and a GPU",
        received,
        "install what is missing (package Microsoft.ML.OnnxRuntime.Gpu, NVIDIA driver), or ask for Device.Cpu or Device.Auto.",
        inner);
}
