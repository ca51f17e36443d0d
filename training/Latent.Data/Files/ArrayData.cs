namespace Latent.Data;

/// <summary>
/// Creates data sets from NumPy arrays: two dimensions are a table, three are gray images, four are images with channels.
/// </summary>
internal static class ArrayData
{
    public static Dataset FromArchive(string path)
    {
        var arrays = NpzFile.Read(path);
        var samples = arrays.Count == 1 ? arrays.First() : arrays.FirstOrDefault(pair => pair.Key is "X" or "x" or "data");
        if (samples.Value is null)
            throw new DataException(
                "The archive has no array of samples.", path, "a single array, or one named X, x or data",
                string.Join(", ", arrays.Keys));
        return FromArray(samples.Value, $"{path}, {samples.Key}.npy", Labels(arrays, path), path);
    }

    /// <param name="array">The samples.</param>
    /// <param name="where">The location in error messages.</param>
    /// <param name="labels">One label per sample, or null.</param>
    /// <param name="path">The file that names the data set; null uses <paramref name="where"/>.</param>
    public static Dataset FromArray(NpyArray array, string where, int[]? labels, string? path = null)
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
        return new(UserData.NameOf(path ?? where), sample, array.Values, labels, range: isByteImage ? ValueRange.Unit : null);
    }

    private static int[]? Labels(IReadOnlyDictionary<string, NpyArray> arrays, string path)
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

    /// <summary>Scales gray levels from 0..255 to [0, 1]: bytes of an image have this range by type, whatever values occur.</summary>
    private static void ScaleBytes(float[] values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] /= 255f;
    }

    private static string Describe(IReadOnlyList<int> shape) => $"({string.Join(", ", shape)})";
}
