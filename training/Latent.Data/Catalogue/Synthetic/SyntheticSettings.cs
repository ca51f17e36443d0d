namespace Latent.Data;

/// <summary>Whole numbers behind the name of a generator, such as <c>synthetic:digits?count=500</c>.</summary>
internal static class SyntheticSettings
{
    public static ulong Read(DataReference reference, string key, ulong fallback, ulong least, ulong greatest)
    {
        if (!reference.Settings.TryGetValue(key, out var text)) return fallback;
        var expected = $"a whole number from {least} to {greatest}";
        var value = ReferenceSettings.Read<ulong>(reference, key, text, expected);
        return value >= least && value <= greatest ? value : throw ReferenceSettings.Unreadable(reference, key, text, expected);
    }
}
