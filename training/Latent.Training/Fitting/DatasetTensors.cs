using Latent.Training.Data;
using static TorchSharp.torch;

namespace Latent.Training.Fitting;

/// <summary>Converts rows to TorchSharp tensors.</summary>
internal static class DatasetTensors
{
    /// <summary>Copies all rows to a device.</summary>
    /// <returns>Raw rows, [rows, features].</returns>
    public static Tensor ToTensor(this Dataset data, Device device)
    {
        var rows = ToTensor(data.Values, data.SampleSize);
        if (device.type == TorchSharp.DeviceType.CPU)
            return rows;
        using (rows)
            return rows.to(device);
    }

    /// <summary>Copies rows to memory that LibTorch allocates.</summary>
    /// <param name="values">The rows, concatenated.</param>
    /// <param name="size">The length of a row.</param>
    /// <returns>[rows, size].</returns>
    /// <remarks>
    /// TorchSharp wraps the .NET array, whose alignment varies, and the last bits of sums and products depend on the alignment.
    /// </remarks>
    public static Tensor ToTensor(float[] values, long size)
    {
        using var over = tensor(values, [values.Length / size, size]);
        return over.clone();
    }
}
