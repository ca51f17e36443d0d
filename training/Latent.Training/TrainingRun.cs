using System.Globalization;
using Latent.Training.Data;
using Latent.Training.Export;
using Latent.Training.Fitting;
using Latent.Training.Models;
using Latent.Training.Objectives;
using Latent.Training.Recipes;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Training;

/// <summary>From a recipe and rows to a bundle: builds the model, fits it, exports it, checks and measures the export.</summary>
public static class TrainingRun
{
    // More threads than this wait for each other longer than they compute, on networks of this size.
    private static readonly int DefaultThreads = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Trains what a recipe describes and writes its bundle.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="data">The rows, divided.</param>
    /// <param name="options">Where to compute, where the bundle goes, who is told.</param>
    /// <param name="cancellation">Ends the run after the step under way; nothing is written then.</param>
    /// <returns>The bundle and its figures.</returns>
    /// <exception cref="RecipeException">The options do not fit the family or the data.</exception>
    /// <exception cref="TrainingException">The device is not there, the rows are too few, or the loss is no longer a number.</exception>
    /// <exception cref="ParityException">ONNX Runtime does not agree with TorchSharp on the exported graphs.</exception>
    /// <exception cref="Bundles.BundleException">The bundle cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static TrainingOutcome Execute(Recipe recipe, DataSplits data, TrainingRunOptions options, CancellationToken cancellation = default)
    {
        var device = DeviceOf(options.Device);

        // Parity and calibration look at validation rows, so that the test rows stay untouched.
        if (data.Validation.Count == 0)
            throw new TrainingException($"The validation part of {data.Name} is empty, and the parity check and calibration look at its rows. Raise data.validation.");
        set_num_threads(recipe.Fit.Threads ?? DefaultThreads);
        manual_seed((long)recipe.Fit.Seed);

        using var scope = NewDisposeScope();
        var built = ModelFamilies.Build(recipe, data.Train);
        using var model = built.Model;
        ValueRangeCheck.Check(recipe, model, data.Train);
        var objective = new Objective(LossOf(recipe), recipe.Objective.Beta);
        model.to(device);
        var history = new Trainer(objective, recipe.Fit, recipe.Schedule, options.Observer).Fit(model, data.Train, data.Validation, device, cancellation);
        model.cpu();

        var exporter = new BundleExporter(recipe, data, options.Stage ?? (_ => { }));
        var bundle = exporter.Export(built, objective, history, Path.Combine(options.OutputFolder, recipe.Name));
        var seconds = history.Sum(epoch => epoch.Seconds);
        return new TrainingOutcome
        {
            Name = recipe.Name,
            Folder = bundle.Folder,
            Parameters = model.parameters().Sum(parameter => parameter.numel()),
            Epochs = history.Count,
            Metrics = bundle.Manifest.Metrics,
            ParityMaxDifference = bundle.Manifest.Parity!.MaxDifference,
            RowsPerSecond = (double)data.Train.Count * history.Count / seconds,
            Seconds = seconds,
        };
    }

    private static ReconstructionLoss LossOf(Recipe recipe) =>
        recipe.Objective.Likelihood == Likelihood.Gaussian ? new MeanSquaredError() : new BinaryCrossEntropy();

    private static Device DeviceOf(string name)
    {
        if (name == "cpu")
            return CPU;
        if (CudaIndex(name) is not { } index)
            throw new TrainingException($"'{name}' is not a device to train on. Expected cpu, cuda or cuda:N.");
        if (!cuda.is_available())
            throw new TrainingException($"Training on {name} was asked for, and this LibTorch has no CUDA device. Train on cpu, or use the genuine TorchSharp with a CUDA build of LibTorch on a machine with an NVIDIA GPU.");
        return index < cuda.device_count()
            ? torch.device($"cuda:{index}")
            : throw new TrainingException($"Training on {name} was asked for, and there are {cuda.device_count()} CUDA devices, counted from 0.");
    }

    private static int? CudaIndex(string name) => name switch
    {
        "cuda" => 0,
        _ when name.StartsWith("cuda:", StringComparison.Ordinal) && int.TryParse(name.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var index) => index,
        _ => null,
    };
}
