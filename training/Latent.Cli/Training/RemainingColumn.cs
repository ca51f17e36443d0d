using Spectre.Console;
using Spectre.Console.Rendering;

namespace Latent.Cli;

/// <summary>The time that is left of the whole run, judged by all of it that was watched; a run that is continued is judged from there.</summary>
internal sealed class RemainingColumn : ProgressColumn
{
    /// <summary>Columns that it takes: <c>59 min 59 s</c>.</summary>
    public const int Width = 11;

    private const string Key = "remaining";

    /// <summary>Tells a task how long it will take; zero where that is not known.</summary>
    public static void Update(ProgressTask task, TimeSpan remaining) => task.State.Update<TimeSpan>(Key, _ => remaining);

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        var left = task.State.Get<TimeSpan>(Key);
        return new Text(left > TimeSpan.Zero ? NumberText.Duration(left) : "", Color.Blue);
    }

    public override int? GetColumnWidth(RenderOptions options) => Width;
}
