using Latent.Data;
using Latent.Fitting;
using Latent.Training.Binding;
using Latent.Training.Codecs;
using Latent.Training.Export;
using Latent.Training.Recipes;
using Latent.Training.Rows;

namespace Latent.Training.Tests.Codecs;

/// <summary>A codec small enough to train in a second or two, on digits.</summary>
internal static class TinyCodec
{
    public static Recipe Recipe { get; } = new()
    {
        Name = "tiny-codec",
        Family = "codec",
        Options = TinyRuns.Options(
            """{ "widths": [8], "latent": 12, "context": 8, "rates": 3, "patch": 16, "lowest_price": 0.001, "highest_price": 0.02 }"""),
        Data = new DataSettings { Name = "synthetic:digits" },
        Export = new ExportSettings { BatchSizes = [1, 3], Tolerance = 1e-4 },
        Fit = new TrainerOptions { Epochs = 6, BatchSize = 8, Seed = 5, Threads = 1, LearningRate = 0.002, GradientClip = 1 },
    };

    public static CodecOptions Options => RecordBinder.Bind<CodecOptions>(Recipe.Options, "options");

    /// <summary>A small subset of the digits, because evaluation runs image by image.</summary>
    public static DataSplits Digits { get; } = new(
        TinyRuns.Digits.Train.Subset([.. Enumerable.Range(0, 200)]),
        TinyRuns.Digits.Validation.Subset([.. Enumerable.Range(0, 8)]),
        TinyRuns.Digits.Test.Subset([.. Enumerable.Range(0, 8)]));

    /// <summary>Creates an untrained model from a fixed seed.</summary>
    public static CodecModel Model(CodecOptions? options = null)
    {
        TorchSharp.torch.manual_seed(5);
        return new CodecModel(options ?? Options);
    }
}
