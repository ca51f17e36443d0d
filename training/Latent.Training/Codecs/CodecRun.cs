using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;
using Latent.Imaging;
using Latent.Training.Binding;
using Latent.Training.Families;
using Latent.Training.Recipes;

namespace Latent.Training.Codecs;

/// <summary>A codec for grayscale images, from a recipe of family <c>codec</c>.</summary>
internal sealed class CodecRun : IModelRun
{
    /// <summary>The family name in recipes and bundles.</summary>
    public const string Family = "codec";

    private readonly Recipe recipe;
    private readonly DataSplits data;
    private readonly CodecModel model;

    private CodecRun(Recipe recipe, DataSplits data, CodecModel model, ImageShape shape, ITrainingObserver? observer)
    {
        (this.recipe, this.data, this.model) = (recipe, data, model);
        Trainable = new TrainableCodec(model, new PatchCutter(shape, model.Options));
        Observer = observer;
    }

    /// <inheritdoc/>
    public ITrainableModel Trainable { get; }

    /// <inheritdoc/>
    public ITrainingObserver? Observer { get; }

    /// <summary>Creates an untrained model for the images.</summary>
    /// <exception cref="RecipeException">The options do not fit the data, or the rows are not grayscale images.</exception>
    public static CodecRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer)
    {
        var options = RecordBinder.Bind<CodecOptions>(recipe.Options, "options");
        if (data.Train.Image is not { Channels: 1 } shape || !data.Train.Range.IsUnit)
        {
            throw new RecipeException(
                recipe.Options.Position,
                "a codec takes grayscale images in [0, 1]. " +
                $"Received: {data.Name}, rows of shape [{string.Join(", ", data.Train.SampleShape)}]. " +
                "Use a data set of grayscale images, or a folder of them with data.shape: [1, height, width].");
        }

        if (Math.Min(shape.Height, shape.Width) < options.Patch)
        {
            throw new RecipeException(
                recipe.Options.Position,
                $"options.patch must be at most the shorter side of an image. Received: {options.Patch}, " +
                $"and images of {data.Name} have {shape.Height} x {shape.Width} pixels.");
        }

        if (data.Test.Count == 0)
        {
            throw new RecipeException(
                recipe.Options.Position,
                $"the test split of {data.Name} is empty, and a codec's bundle includes metrics of its images. Raise data.test.");
        }

        return new CodecRun(recipe, data, new CodecModel(options), shape, observer);
    }

    /// <inheritdoc/>
    public Bundle Export(IReadOnlyList<EpochMetrics> history, string folder, string device, Action<string> stage) =>
        new CodecExporter(recipe, data, stage).Export(model, history, folder, device);

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();
}
