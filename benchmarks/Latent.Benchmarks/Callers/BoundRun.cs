using Latent.Bundles;
using Latent.Runtime;
using Microsoft.ML.OnnxRuntime;

namespace Latent.Benchmarks;

/// <summary>A graph run with ONNX Runtime's own API on permanently bound buffers: the lower bound of the cost of a call.</summary>
internal sealed class BoundRun : IDisposable
{
    private readonly InferenceSession session;
    private readonly OrtIoBinding binding;
    private readonly RunOptions options = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    private readonly List<OrtValue> values = [];

    /// <summary>Opens a session with the same options as the runtime, and binds the buffers.</summary>
    public BoundRun(string path, int threads, IEnumerable<NamedTensor> inputs, IEnumerable<NamedTensor> outputs)
    {
        using var sessionOptions = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1 };
        if (threads == 0 && SharedThreads.Count > 0)
            sessionOptions.DisablePerSessionThreads();
        session = new(path, sessionOptions);
        binding = session.CreateIoBinding();
        foreach (var input in inputs)
            binding.BindInput(input.Name, Value(input));
        foreach (var output in outputs)
            binding.BindOutput(output.Name, Value(output));
    }

    public void Run() => session.RunWithBinding(options, binding);

    public void Dispose()
    {
        binding.Dispose();
        values.ForEach(value => value.Dispose());
        options.Dispose();
        session.Dispose();
    }

    // The OrtValue also pins the memory of the tensor.
    private OrtValue Value(NamedTensor tensor)
    {
        values.Add(OrtValue.CreateTensorValueFromMemory(tensor.Floats!, [.. tensor.Shape]));
        return values[^1];
    }
}
