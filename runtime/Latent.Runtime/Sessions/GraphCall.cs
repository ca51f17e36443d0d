using Microsoft.ML.OnnxRuntime;

namespace Latent.Runtime;

/// <summary>
/// Runs a graph on the caller's memory, one call at a time. Memory stays bound as long as its address does not change, so that
/// repeated calls with the same buffers have no binding overhead.
/// </summary>
internal sealed unsafe class GraphCall : IDisposable
{
    private readonly ModelGraph graph;
    private readonly InferenceSession session;
    private readonly OrtIoBinding binding;
    private Bound input;
    private Bound first;
    private Bound second;

    public GraphCall(ModelGraph graph, InferenceSession session)
    {
        (this.graph, this.session) = (graph, session);
        binding = session.CreateIoBinding();
    }

    /// <summary>Runs rows; an output with a null pointer is not computed.</summary>
    public void Run(RunOptions options, int rows, float* inputData, float* firstData, float* secondData)
    {
        try
        {
            Bind(rows, inputData, firstData, secondData);
            session.RunWithBinding(options, binding);
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or InvalidOperationException)
        {
            (input, first, second) = (default, default, default);
            throw Sessions.Failed(graph.Path, exception);
        }
    }

    public void Dispose() => binding.Dispose();

    private void Bind(int rows, float* inputData, float* firstData, float* secondData)
    {
        var requested = (Input: new Bound(inputData, rows), First: new Bound(firstData, rows), Second: new Bound(secondData, rows));

        // Devices other than the CPU copy an input when it is bound.
        if (requested.Input != input || !graph.ReadsInPlace)
            BindInput(requested.Input);
        if (requested.First == first && requested.Second == second)
            return;

        binding.ClearBoundOutputs();
        (first, second) = (default, default);
        if (firstData != null)
            BindOutput(graph.First, requested.First);
        if (secondData != null)
            BindOutput(graph.Second!, requested.Second);
        (first, second) = (requested.First, requested.Second);
    }

    private void BindInput(Bound memory)
    {
        input = default;
        var shape = (Span<long>)stackalloc long[graph.Input.RowShape.Length + 1];
        OrtInterop.BindInput(
            binding, graph.Input.NativeName, OrtMemoryInfo.DefaultInstance, memory.Data, Shape(graph.Input, memory.Rows, shape), graph.Input
                .RowSize * memory.Rows);
        input = memory;
    }

    private void BindOutput(GraphPort port, Bound memory)
    {
        var shape = (Span<long>)stackalloc long[port.RowShape.Length + 1];
        OrtInterop.BindOutput(
            binding, port.NativeName, OrtMemoryInfo.DefaultInstance, memory.Data, Shape(port, memory.Rows, shape), port.RowSize
                * memory.Rows);
    }

    private static Span<long> Shape(GraphPort port, long rows, Span<long> shape)
    {
        shape[0] = rows;
        port.RowShape.CopyTo(shape[1..]);
        return shape;
    }

    private readonly struct Bound(float* data, long rows) : IEquatable<Bound>
    {
        public float* Data { get; } = data;

        public long Rows { get; } = rows;

        public static bool operator ==(Bound left, Bound right) => left.Equals(right);

        public static bool operator !=(Bound left, Bound right) => !left.Equals(right);

        public bool Equals(Bound other) => Data == other.Data && Rows == other.Rows;

        public override bool Equals(object? obj) => obj is Bound other && Equals(other);

        public override int GetHashCode() => HashCode.Combine((nint)Data, Rows);
    }
}
