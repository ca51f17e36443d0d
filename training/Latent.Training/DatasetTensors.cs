using Latent.Data;
using Latent.Fitting;
using static TorchSharp.torch;

namespace Latent.Training;

/// <summary>Rows as TorchSharp takes them.</summary>
internal static class DatasetTensors
{
    /// <summary>A copy of all rows for a <see cref="Trainer"/>, in memory of LibTorch's own.</summary>
    public static TensorRows ToRows(this Dataset data) => new(ToTensor(data.Values, data.SampleSize));

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
