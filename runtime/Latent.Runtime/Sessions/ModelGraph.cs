using Microsoft.ML.OnnxRuntime;

namespace Latent.Runtime;

/// <summary>
/// One graph of a bundle: takes float rows and returns one or two outputs of rows. Its session opens at the first run, or
/// earlier.
/// </summary>
internal sealed unsafe class ModelGraph : IDisposable
{
    private readonly Lazy<Opened> opened;
    private readonly int maxBatch;

    public ModelGraph(string path, GraphPort input, GraphPort first, GraphPort? second, Device device, RuntimeOptions options)
    {
        (Path, Input, First, Second) = (path, input, first, second);
        ReadsInPlace = device.Kind == DeviceKind.Cpu;
        maxBatch = options.MaxBatch;
        opened = new(() => new(this, device, options.Threads));
    }

    public string Path { get; }

    public GraphPort Input { get; }

    public GraphPort First { get; }

    public GraphPort? Second { get; }

    /// <summary>Whether the graph reads the caller's memory in place, so that bindings stay valid.</summary>
    public bool ReadsInPlace { get; }

    /// <summary>Opens the session immediately instead of at the first run.</summary>
    public void Open() => _ = opened.Value;

    /// <summary>Runs rows in parts of at most the maximum batch size. Outputs with an empty destination are not computed.</summary>
    public void Run(ReadOnlySpan<float> input, int rows, Span<float> first, Span<float> second = default)
    {
        var (calls, options) = (opened.Value.Calls, opened.Value.Options);
        var call = calls.Rent();
        try
        {
            fixed (float* inputData = input, firstData = first, secondData = second)
            {
                for (var done = 0; done < rows; done += maxBatch)
                    call.Run(
                        options,
                        Math.Min(maxBatch, rows - done),
                        inputData + (long)done * Input.RowSize,
                        firstData == null ? null : firstData + (long)done * First.RowSize,
                        secondData == null ? null : secondData + (long)done * Second!.RowSize);
            }
        }
        finally
        {
            calls.Return(call);
        }
    }

    public void Dispose()
    {
        if (opened.IsValueCreated)
            opened.Value.Dispose();
    }

    /// <summary>The resources that exist once the graph is open.</summary>
    private sealed class Opened : IDisposable
    {
        private readonly OpenGraph open;

        public Opened(ModelGraph graph, Device device, int threads)
        {
            open = Sessions.Open(graph.Path, device, threads);
            try
            {
                SessionPorts.Check(graph, open.Session);
            }
            catch
            {
                open.Dispose();
                throw;
            }
            Calls = new(() => new(graph, open.Session));
        }

        public CallPool Calls { get; }

        public RunOptions Options { get; } = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };

        public void Dispose()
        {
            Calls.Dispose();
            Options.Dispose();
            open.Dispose();
        }
    }
}
