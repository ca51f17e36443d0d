namespace Latent.Data;

/// <summary>Makes data sets out of NumPy arrays: two dimensions are a table, three grey pictures, four pictures with channels.</summary>
internal static class ArrayData
{
    public static Dataset FromArchive(string path)
    {
        var arrays = NpzFile.Read(path);
        var samples = arrays.Count == 1 ? arrays.First() : arrays.FirstOrDefault(pair => pair.Key is "X" or "x" or "data");
        if (samples.Value is null)
            throw new DataException(
                "None of the arrays is the samples.", path, "a single array, or one called X, x or data",
                string.Join(", ", arrays.Keys));
        return FromArray(samples.Value, $"{path}, {samples.Key}.npy", Labels(arrays, path), path);
    }

    /// <param name="array">The samples.</param>
    /// <param name="where">What errors call them.</param>
    /// <param name="labels">One label a sample, or null.</param>
    /// <param name="path">The file that names the data set; null where that is <paramref name="where"/>.</param>
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
                "1 or 2 for a table, 3 for grey pictures, 4 for pictures with channels",
                Describe(array.Shape)),
        };
        if (array.Values.Length == 0)
        {
            throw new DataException(
                "The array is empty.", where, "at least one sample with at least one value", Describe(array.Shape));
        }

        CheckFinite(array, where);
        if (labels is not null && labels.Length != array.Shape[0])
            throw new DataException("There are not as many labels as samples.", where, $"{array.Shape[0]}", $"{labels.Length}");
        var isByteImage = array.Type == "uint8" && sample.Length == 3;
        if (isByteImage) ScaleBytes(array.Values);
        return new(UserData.NameOf(path ?? where), sample, array.Values, labels, range: isByteImage ? ValueRange.Unit : null);
    }

    private static int[]? Labels(IReadOnlyDictionary<string, NpyArray> arrays, string path)
    {
        if (arrays.Count == 1 || !(arrays.TryGetValue("y", out var labels) || arrays.TryGetValue("labels", out labels))) return null;
        if (labels.Shape.Count == 1 && labels.Values.All(float.IsInteger)) return [.. labels.Values.Select(value => (int)value)];
        throw new DataException(
            "The labels are no whole numbers in one dimension.", $"{path}, y", "one whole number a sample",
            $"{labels.Type} of shape {Describe(labels.Shape)}");
    }

    private static void CheckFinite(NpyArray array, string where)
    {
        for (var i = 0; i < array.Values.Length; i++)
        {
            if (float.IsFinite(array.Values[i])) continue;
            var sampleSize = array.Values.Length / array.Shape[0];
            throw new DataException(
                "A value is no finite number.", $"{where}, sample {i / sampleSize}, value {i % sampleSize}", "finite numbers only",
                $"{array.Values[i]}");
        }
    }

    /// <summary>Grey levels 0 to 255 become 0 to 1: a picture's bytes mean that by their type, whatever values occur.</summary>
    private static void ScaleBytes(float[] values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] /= 255f;
    }

    private static string Describe(IReadOnlyList<int> shape) => $"({string.Join(", ", shape)})";
}
