namespace Latent.Runtime;

/// <summary>Resolves the requested device to the device used: the same, except for <see cref="Device.Auto"/>.</summary>
internal static class DeviceChooser
{
    public static DeviceChoice Choose(Device requested, Func<CudaState> cuda)
    {
        if (requested.Kind == DeviceKind.Cpu)
            return new(requested, "cpu was requested");

        var missing = cuda().MissingFor(requested.Index);
        if (requested.Kind == DeviceKind.Auto)
            return missing.Count == 0
                ? new(Device.Cuda(), "auto: CUDA can be used")
                : NoCuda(string.Join(", and ", missing));

        return missing.Count == 0 ? new(requested, $"{requested} was requested") : throw Unusable(requested, missing, null);
    }

    /// <summary>
    /// Opens a resource on the device. Only opening reveals whether CUDA's own libraries are present; if they are missing,
    /// <see cref="Device.Auto"/> falls back to the CPU.
    /// </summary>
    public static (DeviceChoice Choice, T Opened) Open<T>(Device requested, DeviceChoice choice, Func<Device, T> open)
    {
        try
        {
            return (choice, open(choice.Device));
        }
        catch (DeviceException exception) when (requested.Kind == DeviceKind.Auto && choice.Device.Kind == DeviceKind.Cuda)
        {
            return (NoCuda(exception.Received!), open(Device.Cpu));
        }
    }

    /// <summary>Creates the exception for an unusable device, with the missing components and their fixes.</summary>
    public static DeviceException Unusable(Device requested, IReadOnlyList<string> missing, Exception? inner) => new(
        "CUDA was requested and cannot be used.",
        $"device {requested}",
        "ONNX Runtime with its CUDA provider, the CUDA and cuDNN libraries it was built for, an NVIDIA driver and a GPU",
        string.Join("; ", missing),
        $"{string.Join("; ", missing.Select(CudaMissing.FixOf).Distinct())}; or use Device.Cpu or Device.Auto.",
        inner);

    private static DeviceChoice NoCuda(string reason) => new(Device.Cpu, $"auto: CUDA cannot be used, because {reason}");
}
