namespace Latent.Training.Binding;

/// <summary>A record of options that can tell whether its values fit each other.</summary>
public interface IRecordCheck
{
    /// <summary>
    /// What is wrong, as the end of a sentence that begins with the record's place (<c>must hold ... Received: ...</c>);
    /// null where nothing is.
    /// </summary>
    string? FindFault();
}
