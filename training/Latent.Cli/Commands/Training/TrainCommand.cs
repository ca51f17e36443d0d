using System.CommandLine;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary><c>latent train</c>.</summary>
internal sealed class TrainCommand : LatentSubcommand
{
    private readonly Argument<string[]> recipes = new("RECIPE")
    {
        Description = "A recipe: its name (mnist-dense, mnist-vae, ...) or a path to a .yaml file. With several recipes, a failure does "
            + "not stop the others, and a recipe whose data is unavailable is skipped.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string> data = new("--data")
    {
        Description = "Train on this data instead of the recipe's: a data set's name, or a path to an image folder or a .csv, "
            +
                ".parquet, .npy, .npz or .txt file. A tenth of the rows is used for validation, " +
                "and another tenth for the test if no test part is published.",
        HelpName = "DATA",
    };
    private readonly Option<string> output = new("--out", "-o")
    {
        Description = "Output folder of the bundles, each in a subfolder named after its recipe.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "artifacts/models",
    };
    private readonly Option<Device> device = CommonOptions.TrainingDevice();
    private readonly Option<string> profile = CommonOptions.Profile();
    private readonly Option<string[]> changes = new("--set")
    {
        Description = "Override a recipe value, such as fit.epochs=3 or options.hidden=[64,32]. Can be repeated.",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => [],
    };
    private readonly Option<bool> resume = new("--resume")
    {
        Description = "Resume an earlier run of the same recipe that was stopped or killed; the bundle is the same as without the "
            + "interruption. Finished bundles are left unchanged.",
    };
    private readonly Option<bool> strict = new("--strict")
    {
        Description = "With several recipes, count those whose data is unavailable as failed instead of skipping them.",
    };
    private readonly Option<bool> findRate = new("--find-lr")
    {
        Description = "Do not train: raise the learning rate step by step on fresh weights, and suggest the one at which the loss "
            + "decreases fastest.",
    };

    public TrainCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "train",
            "Trains recipes, exports the models as ONNX, verifies the exports, and writes one bundle per recipe.",
            terminal,
            cancellation)
    {
        changes.Arity = ArgumentArity.OneOrMore;
        Arguments.Add(recipes);
        foreach (var option in new Option[] { data, output, device, profile, changes, resume, strict, findRate })
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent train mnist-dense mnist-vae --profile quick",
        "latent train mnist-vae --data fashion-mnist --set name=fashion-vae --set fit.epochs=20",
        "latent train my-model.yaml --data images/ --out bundles",
        "latent train mnist-vae --resume",
        "latent train mnist-vae --find-lr",
    ];

    protected override int Execute(Invocation call)
    {
        var choices = new RecipeChoices(call.Find(data), call.Get(profile), call.Get(changes));
        var (deviceName, names) = ($"{call.Get(device)}", call.Get(recipes));
        if (!call.Find(findRate))
        {
            var run = new RecipeRun(call, call.Get(output), deviceName, call.Find(resume), call.Find(strict));
            return run.Execute([.. names.Select(name => new RecipeRequest(name, choices))]);
        }

        return call.Find(resume)
            ? throw new UsageException("--find-lr does not train, so --resume has nothing to resume. Specify one of them.")
            : new LearningRateSearch(call, choices, deviceName).Execute(names);
    }
}
