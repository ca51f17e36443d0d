using System.Text.Json;
using Latent.Training.Recipes;

namespace Latent.Cli;

/// <summary>Shows only notes, each as one line of JSON.</summary>
internal sealed class SilentDisplay(TextWriter error) : TrainingDisplay
{
    public override T While<T>(Recipe recipe, int rows, Work<T> work) => work(null, null, ShowNote);

    private void ShowNote(string text) => error.WriteLine(JsonSerializer.Serialize(new { note = text }, Json.Line));
}
