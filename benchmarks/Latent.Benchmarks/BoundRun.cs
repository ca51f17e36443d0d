using Latent.Bundles;
using Latent.Runtime;
using Microsoft.ML.OnnxRuntime;

namespace Latent.Benchmarks;

/// <summary>A graph run by ONNX Runtime's own interface over buffers that stay bound: what a call can cost at best.</summary>
internal sealed class BoundRun : IDisposable
{
    private readonly InferenceSession session;
    private readonly OrtIoBinding binding;
    private readonly RunOptions options = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    private readonly List<OrtValue> values = [];

    /// <summary>Opens a session with the options that the runtime uses, and binds.</summary>
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

    // It pins the memory of the tensor, too.
    private OrtValue Value(NamedTensor tensor)
    {
        values.Add(OrtValue.CreateTensorValueFromMemory(tensor.Floats!, [.. tensor.Shape]));
        return values[^1];
    }
}
