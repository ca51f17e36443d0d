using Spectre.Console;
using Spectre.Console.Rendering;

namespace Latent.Cli;

/// <summary>Shows the remaining time of the run, estimated from the observed part; for a resumed run, from where it resumed.</summary>
internal sealed class RemainingColumn : ProgressColumn
{
    /// <summary>The width, in columns: <c>59 min 59 s</c>.</summary>
    public const int Width = 11;

    private const string Key = "remaining";

    /// <summary>Sets the remaining time of a task; zero if it is unknown.</summary>
    public static void Update(ProgressTask task, TimeSpan remaining) => task.State.Update<TimeSpan>(Key, _ => remaining);

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        var left = task.State.Get<TimeSpan>(Key);
        return new Text(left > TimeSpan.Zero ? NumberText.Duration(left) : "", Color.Blue);
    }

    public override int? GetColumnWidth(RenderOptions options) => Width;
}
