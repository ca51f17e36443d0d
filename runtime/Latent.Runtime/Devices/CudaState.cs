namespace Latent.Runtime;

/// <summary>The CUDA components available to this process.</summary>
internal sealed record CudaState(bool HasProvider, bool HasDriver, int GpuCount)
{
    /// <summary>Returns all components missing for a GPU; empty if it can be used.</summary>
    public IReadOnlyList<string> MissingFor(int index)
    {
        var missing = new List<string>();
        if (!HasProvider)
            missing.Add("this build of ONNX Runtime has no CUDA provider");
        if (!HasDriver)
            missing.Add($"the NVIDIA driver library {CudaProbe.DriverLibrary} is not installed");
        else if (index >= GpuCount)
            missing.Add(GpuCount == 0 ? "the driver finds no GPU" : $"there is no GPU {index}, only 0 to {GpuCount - 1}");
        return missing;
    }
}
