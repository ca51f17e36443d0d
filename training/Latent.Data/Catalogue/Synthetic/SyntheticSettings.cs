namespace Latent.Data;

/// <summary>Reads integer settings after the name of a generator, such as <c>synthetic:digits?count=500</c>.</summary>
internal static class SyntheticSettings
{
    public static ulong Read(DataReference reference, string key, ulong fallback, ulong minimum, ulong maximum)
    {
        if (!reference.Settings.TryGetValue(key, out var text)) return fallback;
        var expected = $"a whole number from {minimum} to {maximum}";
        var value = ReferenceSettings.Read<ulong>(reference, key, text, expected);
        return value >= minimum && value <= maximum ? value : throw ReferenceSettings.Unreadable(reference, key, text, expected);
    }
}
