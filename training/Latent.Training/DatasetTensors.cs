using Latent.Data;
using Latent.Fitting;
using static TorchSharp.torch;

namespace Latent.Training;

/// <summary>Converts rows to TorchSharp tensors.</summary>
internal static class DatasetTensors
{
    /// <summary>Copies all rows to a device.</summary>
    /// <returns>Raw rows, [rows, features].</returns>
    public static TensorRows ToRows(this Dataset data) => new(ToTensor(data.Values, data.SampleSize));

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
