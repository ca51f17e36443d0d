using Latent.Training.Data;
using static TorchSharp.torch;

namespace Latent.Training.Fitting;

/// <summary>Rows as TorchSharp takes them.</summary>
internal static class DatasetTensors
{
    /// <summary>A copy of all rows on a device.</summary>
    /// <returns>Raw rows, [rows, features].</returns>
    /// <remarks>
    /// It lies in memory of LibTorch's own. TorchSharp makes a tensor over a .NET array, which lies where it happens to, and the last bits of sums
    /// and products depend on alignment.
    /// </remarks>
    public static Tensor ToTensor(this Dataset data, Device device)
    {
        using var over = tensor(data.Values, [data.Count, data.SampleSize]);
        return device.type == TorchSharp.DeviceType.CPU ? over.clone() : over.to(device);
    }
}
