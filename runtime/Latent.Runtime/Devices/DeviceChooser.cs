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
                : NoCuda(string.Join(", and ", missing));

        return missing.Count == 0 ? new(asked, $"{asked} was asked for") : throw Unusable(asked, missing, null);
    }

    /// <summary>
    /// Opens something on the device. Only opening shows whether CUDA's own libraries are there; where they are not,
    /// <see cref="Device.Auto"/> takes the CPU.
    /// </summary>
    public static (DeviceChoice Choice, T Opened) Open<T>(Device asked, DeviceChoice choice, Func<Device, T> open)
    {
        try
        {
            return (choice, open(choice.Device));
        }
        catch (DeviceException exception) when (asked.Kind == DeviceKind.Auto && choice.Device.Kind == DeviceKind.Cuda)
        {
            return (NoCuda(exception.Received!), open(Device.Cpu));
        }
    }

    /// <summary>The refusal, with what is missing and where to get it.</summary>
    public static DeviceException Unusable(Device asked, IReadOnlyList<string> missing, Exception? inner) => new(
        "CUDA was asked for and cannot be used.",
        $"device {asked}",
        "ONNX Runtime with its CUDA provider, the CUDA and cuDNN libraries it was built for, an NVIDIA driver and a GPU",
        string.Join("; ", missing),
        $"{string.Join("; ", missing.Select(CudaMissing.FixOf).Distinct())}; or ask for Device.Cpu or Device.Auto.",
        inner);

    private static DeviceChoice NoCuda(string reason) => new(Device.Cpu, $"auto: CUDA cannot be used, because {reason}");
}
