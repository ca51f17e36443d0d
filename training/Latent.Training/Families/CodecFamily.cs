using Latent.Data;
using Latent.Fitting;
using Latent.Training.Binding;
using Latent.Training.Codecs;
using Latent.Training.Recipes;
using Latent.Training.Recipes.Checks;

namespace Latent.Training.Families;

/// <summary>Codecs for grayscale images.</summary>
internal sealed class CodecFamily : IModelFamily
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = [CodecModel.Family];

    /// <inheritdoc/>
    public DataSplits Prepare(Recipe recipe, DataSplits data) => data;

    /// <inheritdoc/>
    public ModelRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer)
    {
        var options = RecordBinder.Bind<CodecOptions>(recipe.Options, "options");
        CodecCheck.Check(recipe, options, data);
        var model = new CodecModel(options);
        var trainable = new TrainableCodec(model, new PatchCutter(data.Train.Image!, options));
        return new ModelRun(trainable, observer, new CodecExport(recipe.ForBundle(), data, model));
    }
}
