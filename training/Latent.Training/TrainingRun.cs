using System.Globalization;
using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;
using Latent.Training.Binding;
using Latent.Training.Export;
using Latent.Training.Families;
using Latent.Training.Recipes;
using Latent.Training.Recipes.Checks;
using Latent.Training.Rows;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Training;

/// <summary>Turns a recipe and rows into a bundle: builds, fits and exports the model, then verifies and evaluates the export.</summary>
public static class TrainingRun
{
    // With more threads, networks of this size spend more time on synchronization than on computation.
    private static readonly int DefaultThreads = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Trains the model of a recipe and writes its bundle.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="data">The rows, split into training, validation and test rows.</param>
    /// <param name="options">Device, output folder and observers.</param>
    /// <param name="cancellation">
    /// Cancels the run after the current step; the run then writes a <see cref="Checkpoint"/> and no bundle.
    /// </param>
    /// <returns>The bundle and its metrics.</returns>
    /// <exception cref="RecipeException">The options do not fit the family or the data.</exception>
    /// <exception cref="TrainingException">The device is unavailable, there are too few rows, or the loss is NaN or infinite.</exception>
    /// <exception cref="CheckpointException">A checkpoint of an earlier run exists and is not to be resumed, or cannot be.</exception>
    /// <exception cref="ParityException">ONNX Runtime and TorchSharp disagree on the exported graphs.</exception>
    /// <exception cref="BundleException">The bundle cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static TrainingOutcome Execute(
        Recipe recipe, DataSplits data, TrainingRunOptions options, CancellationToken cancellation = default)
    {
        var device = DeviceOf(options.Device);
        data = ModelFamilies.Prepare(recipe, data);
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

        var bundle = run.Export.Write(history, FolderOf(recipe, options), $"{device}", options.Stage ?? (_ => { }));
        checkpoints.Remove();
        return TrainingOutcome.Create(bundle, history, data, ParameterCount(module));
    }

    /// <summary>Finds a good learning rate for a recipe. Writes no files.</summary>
    /// <param name="recipe">The recipe; its learning rate is ignored.</param>
    /// <param name="data">The rows, split into training, validation and test rows.</param>
    /// <param name="device">The device to train on: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>, ...</param>
    /// <param name="cancellation">Cancels the search after the current step.</param>
    /// <exception cref="RecipeException">The options do not fit the family or the data.</exception>
    /// <exception cref="TrainingException">The device is unavailable, or there are too few rows.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static LearningRateSweep FindLearningRate(
        Recipe recipe, DataSplits data, string device = "cpu", CancellationToken cancellation = default)
    {
        var torchDevice = DeviceOf(device);
        using var scope = NewDisposeScope();
        data = ModelFamilies.Prepare(recipe, data);
        using var run = Begin(recipe, data, observer: null);
        run.Trainable.Module.to(torchDevice);
        return new LearningRateFinder(recipe.Fit).Sweep(run.Trainable, data.Train.ToRows(), torchDevice, cancellation);
    }

    private static string FolderOf(Recipe recipe, TrainingRunOptions options) => Path.Combine(options.OutputFolder, recipe.Name);

    private static long ParameterCount(nn.Module module) => module.parameters().Sum(parameter => parameter.numel());

    private static TrainingOutcome? FindFinished(Recipe recipe, DataSplits data, TrainingRunOptions options, long parameters)
    {
        var finished = FinishedBundle.Find(recipe.ToJson(), data, FolderOf(recipe, options), parameters);
        options.Note?.Invoke(finished is null
            ? $"There is no checkpoint of {recipe.Name} in '{options.OutputFolder}'; training starts from the beginning."
            : $"{recipe.Name} is up to date: its bundle was made from this recipe and these rows.");
        return finished;
    }

    // The recipe's seed determines the initial weights.
    private static ModelRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer)
    {
        // Parity and calibration use validation rows, so that the test rows stay untouched.
        if (data.Validation.Count == 0)
        {
            throw new TrainingException(
                $"The validation split of {data.Name} is empty, and the parity check and calibration need its rows. " +
                "Raise data.validation.");
        }

        TrainingRowsCheck.Check(recipe, data.Train);
        set_num_threads(recipe.Fit.Threads ?? DefaultThreads);
        manual_seed((long)recipe.Fit.Seed);
        return ModelFamilies.Begin(recipe, data, observer);
    }

    private static IReadOnlyList<EpochMetrics> Fit(
        Trainer trainer, ITrainableModel trainable, DataSplits data, Device device, CancellationToken cancellation)
    {
        try
        {
            return trainer.Fit(trainable, data.Train.ToRows(), data.Validation.ToRows(), device, cancellation);
        }
        catch (TrainingException)
        {
            // A resumed run would fail in the same way.
            trainer.Checkpoints?.Remove();
            throw;
        }
    }

    private static CheckpointStore CheckpointsOf(Recipe recipe, DataSplits data, ITrainingObserver? observer, TrainingRunOptions options)
    {
        Directory.CreateDirectory(options.OutputFolder);
        var identity = new RunIdentity(recipe.Name, recipe.ToJson(), data.Name, data.Digest)
        {
            IgnoredSettings = Recipe.KeysWithoutEffectOnWeights,
        };
        return new CheckpointStore(Checkpoint.PathOf(options.OutputFolder, recipe.Name), identity, observer as IRunRecord, options.Note);
    }

    private static Device DeviceOf(string name)
    {
        if (name == "cpu")
            return CPU;
        if (CudaIndex(name) is not { } index)
            throw new TrainingException($"'{name}' is not a training device. Expected cpu, cuda or cuda:N.");
        if (!cuda.is_available())
        {
            throw new TrainingException(
                $"Training on {name} was requested, but this LibTorch has no CUDA device. Train on cpu, or reference a CUDA build of " +
                "LibTorch (libtorch-cuda) on a machine with an NVIDIA GPU.");
        }

        return index < cuda.device_count()
            ? torch.device($"cuda:{index}")
            : throw new TrainingException(
                $"Training on {name} was requested, but there are {cuda.device_count()} CUDA devices, numbered from 0.");
    }

    private static int? CudaIndex(string name) => name switch
    {
        "cuda" => 0,
        _ when name.StartsWith("cuda:", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var index) => index,
        _ => null,
    };
}
