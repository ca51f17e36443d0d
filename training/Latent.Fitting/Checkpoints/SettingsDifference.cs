using System.Text.Json.Nodes;

namespace Latent.Fitting;

/// <summary>Finds the settings in which two runs differ.</summary>
internal static class SettingsDifference
{
    /// <summary>The differences, each as <c>fit.epochs was 10, is 20</c>; none where both train alike.</summary>
    /// <param name="before">The settings of the checkpoint.</param>
    /// <param name="now">The settings of the run that resumes it.</param>
    /// <param name="ignored">Dotted keys that may differ.</param>
    public static IReadOnlyList<string> Compute(JsonObject before, JsonObject now, IReadOnlyList<string> ignored)
    {
        // The current settings are parsed from JSON text, as those of the checkpoint were, so that both have the same form.
        var (old, current) = (Flatten(before, ignored), Flatten(JsonNode.Parse(now.ToJsonString())!.AsObject(), ignored));
        return [.. old.Keys.Union(current.Keys).Where(key => TextOf(old, key) != TextOf(current, key))
            .Select(key => $"{key} was {TextOf(old, key)}, is {TextOf(current, key)}")];
    }

    private static string TextOf(Dictionary<string, string> values, string key) => values.GetValueOrDefault(key, "unset");

    private static Dictionary<string, string> Flatten(JsonObject settings, IReadOnlyList<string> ignored)
        => Leaves(settings, "", ignored).ToDictionary();

    private static IEnumerable<KeyValuePair<string, string>> Leaves(JsonObject values, string prefix, IReadOnlyList<string> ignored)
    {
        foreach (var (name, value) in values)
        {
            var key = prefix + name;
            if (ignored.Contains(key))
                continue;
            if (value is JsonObject inner)
            {
                foreach (var leaf in Leaves(inner, key + ".", ignored))
                    yield return leaf;
            }
            else
            {
                yield return KeyValuePair.Create(key, value?.ToJsonString() ?? "unset");
            }
        }
    }
}
