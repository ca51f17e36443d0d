using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;
using Latent.Imaging;
using Latent.Training.Binding;
using Latent.Training.Families;
using Latent.Training.Recipes;

namespace Latent.Training.Codecs;

/// <summary>A codec for grey pictures, from a recipe of family <c>codec</c>.</summary>
internal sealed class CodecRun : IModelRun
{
    /// <summary>The family, as a recipe and a bundle name it.</summary>
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

    /// <summary>A fresh model for pictures like these.</summary>
    /// <exception cref="RecipeException">The options do not fit the data, or the rows are no grey pictures.</exception>
    public static CodecRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer)
    {
        var options = RecordBinder.Bind<CodecOptions>(recipe.Options, "options");
        if (data.Train.Image is not { Channels: 1 } shape || !data.Train.Range.IsUnit)
            throw new RecipeException(recipe.Options.Position, $"a codec takes grey pictures in [0, 1]. Received: {data.Name}, rows of shape [{string.Join(", ", data.Train.SampleShape)}]. Use a data set of grey pictures, or a folder of them with data.shape: [1, height, width].");
        if (Math.Min(shape.Height, shape.Width) < options.Patch)
            throw new RecipeException(recipe.Options.Position, $"options.patch must be at most the smaller side of a picture. Received: {options.Patch}, and pictures of {data.Name} have {shape.Height} x {shape.Width} pixels.");
        if (data.Test.Count == 0)
            throw new RecipeException(recipe.Options.Position, $"the test part of {data.Name} is empty, and a codec's bundle states figures of its pictures. Raise data.test.");
        return new CodecRun(recipe, data, new CodecModel(options), shape, observer);
    }

    /// <inheritdoc/>
    public Bundle Export(IReadOnlyList<EpochMetrics> history, string folder, string device, Action<string> stage) =>
        new CodecExporter(recipe, data, stage).Export(model, history, folder, device);

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();
}
