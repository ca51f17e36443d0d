using Latent.Data;
using static TorchSharp.torch;

namespace Latent.Training;

/// <summary>Rows as TorchSharp takes them.</summary>
internal static class DatasetTensors
{
    /// <summary>A copy of all rows on a device.</summary>
    /// <returns>Raw rows, [rows, features].</returns>
    public static Tensor ToTensor(this Dataset data, Device device)
    {
        var rows = ToTensor(data.Values, data.SampleSize);
        if (device.type == TorchSharp.DeviceType.CPU)
            return rows;
        using (rows)
            return rows.to(device);
    }

    /// <summary>A copy of rows in memory of LibTorch's own.</summary>
    /// <param name="values">The rows, one after the other.</param>
    /// <param name="size">The length of a row.</param>
    /// <returns>[rows, size].</returns>
    /// <remarks>
    /// TorchSharp makes a tensor over a .NET array, which lies where it happens to, and the last bits of sums and products depend on alignment.
    /// </remarks>
    public static Tensor ToTensor(float[] values, long size)
    {
        using var over = tensor(values, [values.Length / size, size]);
        return over.clone();
    }
}
