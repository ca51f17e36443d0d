using Latent.Data;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>Shows downloads on standard error: progress bars in a terminal, one line per file in a log, nothing with JSON output.</summary>
internal sealed class DownloadDisplay(Invocation call) : IProgress<DownloadProgress>
{
    private readonly Dictionary<string, ProgressTask> bars = [];
    private readonly HashSet<string> announced = [];
    private ProgressContext? context;

    /// <summary>Runs work that may download, and shows progress bars meanwhile.</summary>
    public T While<T>(Func<T> work)
    {
        if (call.IsJson || !call.Terminal.Error.Profile.Out.IsTerminal)
            return work();

        return call.Terminal.Error.Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new DownloadedColumn(),
                new TransferSpeedColumn())
            .Start(live =>
            {
                context = live;
                return work();
            });
    }

    public void Report(DownloadProgress value)
    {
        if (context is not null)
            Draw(value, context);
        else if (!call.IsJson && announced.Add(value.Source + value.File))
            call.Terminal.Err.WriteLine($"Fetching {value.DataSet}: {value.File} from {value.Source}");
    }

    private void Draw(DownloadProgress value, ProgressContext live)
    {
        if (!bars.TryGetValue(value.File, out var bar))
            bars[value.File] = bar = live.AddTask(Markup.Escape($"{value.DataSet}: {value.File}"));
        bar.IsIndeterminate = value.TotalBytes is null;
        bar.MaxValue = value.TotalBytes ?? value.Bytes + 1;
        bar.Value = value.Bytes;
    }
}
