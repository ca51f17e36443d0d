using System.Net;
using TorchSharp.Utils.tensorboard;
using TorchSharp.Utils.tensorboard.Enums;

namespace TorchSharp.Modules;

/// <summary>Writes what a training run measures to event files, each entry at once, so that TensorBoard can follow it.</summary>
public class SummaryWriter
{
    private static int fileCount;
    private readonly EventFile main;
    private readonly Dictionary<string, EventFile> series = [];

    internal SummaryWriter(string log_dir, string? filename_suffix)
    {
        LogDir = log_dir;
        main = Create(log_dir, string.IsNullOrEmpty(filename_suffix) ? "" : "." + filename_suffix);
    }

    /// <summary>The folder of the run.</summary>
    public string LogDir { get; }

    /// <summary>Adds a point to the curve <paramref name="tag"/>.</summary>
    /// <param name="tag">The curve; slashes group curves.</param>
    /// <param name="scalar_value">The point's height.</param>
    /// <param name="global_step">The point's position.</param>
    /// <param name="walltime">Seconds since 1970; now by default. The same for the other methods.</param>
    public void add_scalar(string tag, float scalar_value, int global_step, long? walltime = null) =>
        main.Append(EventMessage.Scalar(tag, scalar_value), global_step, walltime);

    /// <summary>Adds a point to each of several curves that are drawn together; each has a file in a folder of its own.</summary>
    public void add_scalars(string main_tag, IDictionary<string, float> tag_scalar_dict, int global_step, long? walltime = null) =>
        add_scalars(main_tag, [.. tag_scalar_dict.Select(entry => (entry.Key, entry.Value))], global_step, walltime);

    /// <summary>Adds a point to each of several curves that are drawn together; each has a file in a folder of its own.</summary>
    public void add_scalars(string main_tag, IList<(string, float)> tag_scalar_dict, int global_step, long? walltime = null)
    {
        foreach (var (key, value) in tag_scalar_dict)
        {
            if (!series.TryGetValue(key, out var file))
                series[key] = file = Create(Path.Combine(LogDir, $"{main_tag}_{key}"), "");
            file.Append(EventMessage.Scalar(main_tag, value), global_step, walltime);
        }
    }

    /// <summary>Adds the distribution of <paramref name="values"/>, of any shape.</summary>
    /// <param name="tag">The series.</param>
    /// <param name="values">What is counted.</param>
    /// <param name="global_step">The step.</param>
    /// <param name="bins">Only <see cref="HistogramBinSelector.Tensorflow"/>: exponential bins, a tenth wide, between 1e-12 and 1e20, on both sides of zero.</param>
    /// <param name="walltime">Seconds since 1970.</param>
    /// <param name="max_bins">Above this number bins are joined.</param>
    public void add_histogram(
        string tag, torch.Tensor values, int global_step, HistogramBinSelector bins = HistogramBinSelector.Tensorflow,
        long? walltime = null, long? max_bins = null)
    {
        if (bins != HistogramBinSelector.Tensorflow)
            throw new NotSupportedException($"Histograms have the bins of HistogramBinSelector.Tensorflow only. Received: {bins}.");
        main.Append(EventMessage.Histogram(tag, HistogramCounts.Of(values, max_bins)), global_step, walltime);
    }

    /// <summary>Adds a picture.</summary>
    /// <param name="tag">The series.</param>
    /// <param name="img_tensor">Bytes, or numbers from 0 to 1 (what is beyond is clamped). A batch (four letters) is laid out in a grid, eight in a row.</param>
    /// <param name="global_step">The step.</param>
    /// <param name="walltime">Seconds since 1970.</param>
    /// <param name="dataformats">What each axis is: <c>CHW</c>, <c>HWC</c>, <c>HW</c>, <c>NCHW</c> (three channels) or another order of these.</param>
    public void add_img(string tag, torch.Tensor img_tensor, int global_step, long? walltime = null, string dataformats = "CHW")
    {
        using var scope = torch.NewDisposeScope();
        main.Append(EventMessage.Image(tag, Picture.Of(img_tensor, dataformats)), global_step, walltime);
    }

    /// <summary>Adds a text, which TensorBoard reads as Markdown, under <paramref name="tag"/> and <c>/text_summary</c>.</summary>
    public void add_text(string tag, string text_string, int global_step, long? walltime = null) =>
        main.Append(EventMessage.Text(tag, text_string), global_step, walltime);

    private static EventFile Create(string folder, string suffix)
    {
        Directory.CreateDirectory(folder);
        var number = Interlocked.Increment(ref fileCount);
        var name = $"events.out.tfevents.{DateTime.Now.Ticks}.{Dns.GetHostName()}.{Environment.ProcessId}.{number}{suffix}";
        return new EventFile(Path.Combine(folder, name));
    }
}
