package coop.kumiai.shop.help;

import coop.kumiai.help.HelpArticles;
import coop.kumiai.policies.Coop;
import coop.kumiai.web.Guides;
import coop.kumiai.web.Link;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** Leads from a refusal to the article that explains it. */
@Component
class HelpGuides implements Guides {
    private final HelpArticles articles;

    HelpGuides(HelpArticles articles) {
        this.articles = articles;
    }

    @Override
    public Optional<Link> about(Coop coop, String refusalCode) {
        return articles.about(refusalCode)
                .map(
                        article ->
                                new Link(
                                        article.title(),
                                        "/" + coop.id().code() + "/" + article.path()));
    }
}
