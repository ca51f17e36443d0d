using Latent.Training.Data;
using static TorchSharp.torch;

namespace Latent.Training.Fitting;

/// <summary>Rows as TorchSharp takes them.</summary>
internal static class DatasetTensors
{
    /// <summary>A copy of all rows on a device.</summary>
    /// <returns>Raw rows, [rows, features].</returns>
    public static Tensor ToTensor(this Dataset data, Device device) =>
        tensor(data.Values, [data.Count, data.SampleSize], device: device);
}
