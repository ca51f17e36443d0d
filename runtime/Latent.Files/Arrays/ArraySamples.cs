namespace Latent.Files;

/// <summary>
/// Samples from NumPy arrays: two dimensions are a table, three are gray images, four are images with channels. Gray levels of
/// images of type uint8 are scaled from 0..255 to [0, 1].
/// </summary>
/// <param name="SampleShape">Shape of one sample: <c>[features]</c> or <c>[channels, height, width]</c>.</param>
/// <param name="Values">The finite values of all samples, row-major; at least one sample.</param>
/// <param name="Labels">One label per sample, from the array <c>y</c> or <c>labels</c> of an archive; null if there are none.</param>
/// <param name="IsByteImage">Whether the samples are images of 8-bit gray levels, in [0, 1] by type.</param>
public sealed record ArraySamples(IReadOnlyList<int> SampleShape, float[] Values, int[]? Labels, bool IsByteImage)
{
    /// <summary>
    /// Reads the samples of a <c>.npy</c> file, or of the array <c>X</c>, <c>x</c>, <c>data</c> or the only one of a <c>.npz</c>
    /// file.
    /// </summary>
    /// <exception cref="DataException">The file is missing, corrupt or empty, or a value is not finite.</exception>
    public static ArraySamples Read(string path) =>
        FileKinds.Find(path) == FileKind.Npz ? FromArchive(path) : FromArray(NpyFile.Read(path), path, null);

    private static ArraySamples FromArchive(string path)
    {
        var arrays = NpzFile.Read(path);
        var samples = arrays.Count == 1 ? arrays.First() : arrays.FirstOrDefault(pair => pair.Key is "X" or "x" or "data");
        if (samples.Value is null)
            throw new DataException(
                "The archive has no array of samples.", path, "a single array, or one named X, x or data",
                string.Join(", ", arrays.Keys));
        return FromArray(samples.Value, $"{path}, {samples.Key}.npy", FindLabels(arrays, path));
    }

    private static ArraySamples FromArray(NpyArray array, string where, int[]? labels)
    {
        int[] sample = array.Shape switch
        {
            [_] => [1],
            [_, var features] => [features],
            [_, var height, var width] => [1, height, width],
            [_, var channels, var height, var width] => [channels, height, width],
            _ => throw new DataException(
                "The array has the wrong number of dimensions.",
                where,
                "1 or 2 for a table, 3 for gray images, 4 for images with channels",
                Describe(array.Shape)),
        };
        if (array.Values.Length == 0)
        {
            throw new DataException(
                "The array is empty.", where, "at least one sample with at least one value", Describe(array.Shape));
        }

        CheckFinite(array, where);
        if (labels is not null && labels.Length != array.Shape[0])
        {
            throw new DataException(
                "The number of labels differs from the number of samples.", where, $"{array.Shape[0]}", $"{labels.Length}");
        }

        var isByteImage = array.Type == "uint8" && sample.Length == 3;
        if (isByteImage) ScaleBytes(array.Values);
        return new(sample, array.Values, labels, isByteImage);
    }

    private static int[]? FindLabels(IReadOnlyDictionary<string, NpyArray> arrays, string path)
    {
        if (arrays.Count == 1 || !(arrays.TryGetValue("y", out var labels) || arrays.TryGetValue("labels", out labels))) return null;
        if (labels.Shape.Count == 1 && labels.Values.All(float.IsInteger)) return [.. labels.Values.Select(value => (int)value)];
        throw new DataException(
            "The labels are not a one-dimensional array of integers.", $"{path}, y", "one integer per sample",
            $"{labels.Type} of shape {Describe(labels.Shape)}");
    }

    private static void CheckFinite(NpyArray array, string where)
    {
        for (var i = 0; i < array.Values.Length; i++)
        {
            if (float.IsFinite(array.Values[i])) continue;
            var sampleSize = array.Values.Length / array.Shape[0];
            throw new DataException(
                "A value is not a finite number.", $"{where}, sample {i / sampleSize}, value {i % sampleSize}", "finite numbers only",
                $"{array.Values[i]}");
        }
    }

    private static void ScaleBytes(float[] values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] /= 255f;
    }

    private static string Describe(IReadOnlyList<int> shape) => $"({string.Join(", ", shape)})";
}
