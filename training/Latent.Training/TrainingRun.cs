using System.Globalization;
using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;
using Latent.Training.Binding;
using Latent.Training.Export;
using Latent.Training.Families;
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
    /// <param name="cancellation">Ends the run after the step under way; a <see cref="Checkpoint"/> is written then, and no bundle.</param>
    /// <returns>The bundle and its figures.</returns>
    /// <exception cref="RecipeException">The options do not fit the family or the data.</exception>
    /// <exception cref="TrainingException">The device is not there, the rows are too few, or the loss is no longer a number.</exception>
    /// <exception cref="CheckpointException">An earlier run left a checkpoint, and it is not to be continued or cannot be.</exception>
    /// <exception cref="ParityException">ONNX Runtime does not agree with TorchSharp on the exported graphs.</exception>
    /// <exception cref="BundleException">The bundle cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static TrainingOutcome Execute(Recipe recipe, DataSplits data, TrainingRunOptions options, CancellationToken cancellation = default)
    {
        var device = DeviceOf(options.Device);
        data = ModelRuns.Prepare(recipe, data);
        if (!options.Resume)
            Checkpoint.RejectReplacement(options.OutputFolder, recipe.Name);

        using var scope = NewDisposeScope();
        using var run = Begin(recipe, data, options.Observer);
        var module = run.Trainable.Module;
        var checkpoints = CheckpointsOf(recipe, data, run.Observer, options);
        if (options.Resume && !checkpoints.Exists && FindFinished(recipe, data, options, ParameterCount(module)) is { } finished)
            return finished;

        module.to(device);
        var trainer = new Trainer(recipe.Fit) { Schedule = recipe.Schedule, Observer = run.Observer, Checkpoints = checkpoints };
        var history = Fit(trainer, run.Trainable, data, device, cancellation);
        module.cpu();

        var bundle = run.Export(history, FolderOf(recipe, options), $"{device}", options.Stage ?? (_ => { }));
        checkpoints.Remove();
        return TrainingOutcome.Create(bundle, history, data, ParameterCount(module));
    }

    /// <summary>Finds a good learning rate for what a recipe describes. Writes nothing.</summary>
    /// <param name="recipe">The recipe; its learning rate is not looked at.</param>
    /// <param name="data">The rows, divided.</param>
    /// <param name="device">The device to train on: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>, ...</param>
    /// <param name="cancellation">Ends the search after the step under way.</param>
    /// <exception cref="RecipeException">The options do not fit the family or the data.</exception>
    /// <exception cref="TrainingException">The device is not there, or the rows are too few.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static LearningRateSweep FindLearningRate(Recipe recipe, DataSplits data, string device = "cpu", CancellationToken cancellation = default)
    {
        var position = DeviceOf(device);
        using var scope = NewDisposeScope();
        data = ModelRuns.Prepare(recipe, data);
        using var run = Begin(recipe, data, observer: null);
        run.Trainable.Module.to(position);
        return new LearningRateFinder(recipe.Fit).Sweep(run.Trainable, data.Train.ToRows(), position, cancellation);
    }

    private static string FolderOf(Recipe recipe, TrainingRunOptions options) => Path.Combine(options.OutputFolder, recipe.Name);

    private static long ParameterCount(nn.Module module) => module.parameters().Sum(parameter => parameter.numel());

    private static TrainingOutcome? FindFinished(Recipe recipe, DataSplits data, TrainingRunOptions options, long parameters)
    {
        var finished = FinishedBundle.Find(recipe, data, FolderOf(recipe, options), parameters);
        options.Note?.Invoke(finished is null
            ? $"There is no checkpoint of {recipe.Name} in '{options.OutputFolder}'; training starts at its beginning."
            : $"{recipe.Name} is done already: its bundle was made of this recipe and these rows.");
        return finished;
    }

    // Fresh weights, from the recipe's seed.
    private static IModelRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer)
    {
        // Parity and calibration look at validation rows, so that the test rows stay untouched.
        if (data.Validation.Count == 0)
            throw new TrainingException($"The validation part of {data.Name} is empty, and the parity check and calibration look at its rows. Raise data.validation.");
        TrainingRowsCheck.Check(recipe, data.Train);
        set_num_threads(recipe.Fit.Threads ?? DefaultThreads);
        manual_seed((long)recipe.Fit.Seed);
        return ModelRuns.Begin(recipe, data, observer);
    }

    private static IReadOnlyList<EpochMetrics> Fit(Trainer trainer, ITrainableModel trainable, DataSplits data, Device device, CancellationToken cancellation)
    {
        try
        {
            return trainer.Fit(trainable, data.Train.ToRows(), data.Validation.ToRows(), device, cancellation);
        }
        catch (TrainingException)
        {
            // Continued, it would come to the same end.
            trainer.Checkpoints?.Remove();
            throw;
        }
    }

    private static CheckpointStore CheckpointsOf(Recipe recipe, DataSplits data, ITrainingObserver? observer, TrainingRunOptions options)
    {
        Directory.CreateDirectory(options.OutputFolder);
        var identity = new RunIdentity(recipe.Name, recipe.ToJson(), data.Name, data.Digest) { IgnoredSettings = Recipe.KeysWithoutEffectOnWeights };
        return new CheckpointStore(Checkpoint.PathOf(options.OutputFolder, recipe.Name), identity, observer as IRunRecord, options.Note);
    }

    private static Device DeviceOf(string name)
    {
        if (name == "cpu")
            return CPU;
        if (CudaIndex(name) is not { } index)
            throw new TrainingException($"'{name}' is not a device to train on. Expected cpu, cuda or cuda:N.");
        if (!cuda.is_available())
            throw new TrainingException($"Training on {name} was asked for, and this LibTorch has no CUDA device. Train on cpu, or reference a CUDA build of LibTorch (libtorch-cuda) on a machine with an NVIDIA GPU.");
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
