using System.Text.Json.Nodes;
using Latent.Training.Recipes;

namespace Latent.Fitting;

/// <summary>Tells in which keys two recipes train differently.</summary>
internal static class RecipeDifference
{
    // What these say is done after training, or changes nothing about it.
    private static readonly string[] WithoutEffect = ["description", "profile", "calibration", "evaluation", "export", "report", "fit.checkpoint_epochs"];

    /// <summary>The differences, each as <c>fit.epochs was 10, is 20</c>; none where both train alike.</summary>
    /// <param name="before">A recipe as <see cref="Recipe.ToJson"/> gave it.</param>
    /// <param name="now">The recipe of today, alike.</param>
    public static IReadOnlyList<string> Compute(JsonObject before, JsonObject now)
    {
        // Read back as the checkpoint was, so that both are written alike.
        var (old, current) = (Flatten(before), Flatten(JsonNode.Parse(now.ToJsonString())!.AsObject()));
        return [.. old.Keys.Union(current.Keys).Where(key => TextOf(old, key) != TextOf(current, key))
            .Select(key => $"{key} was {TextOf(old, key)}, is {TextOf(current, key)}")];
    }

    private static string TextOf(Dictionary<string, string> values, string key) => values.GetValueOrDefault(key, "unset");

    private static Dictionary<string, string> Flatten(JsonObject recipe) => Leaves(recipe, "").ToDictionary();

    private static IEnumerable<KeyValuePair<string, string>> Leaves(JsonObject values, string prefix)
    {
        foreach (var (name, value) in values)
        {
            var key = prefix + name;
            if (WithoutEffect.Contains(key))
                continue;
            if (value is JsonObject inner)
            {
                foreach (var leaf in Leaves(inner, key + "."))
                    yield return leaf;
            }
            else
            {
                yield return KeyValuePair.Create(key, value?.ToJsonString() ?? "unset");
            }
        }
    }
}
